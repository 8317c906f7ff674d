; Adds a folder to this person's PATH, and takes it out. NSIS cuts strings off, at 1024 characters or a few more, and a PATH
; may be longer: so it is never in one of its strings, only in memory of 128 KB, and is changed there.
;
; Between semicolons all parts of ;a;b;c; look alike: the one to find is ;folder; and what is written is what lies between the
; first and the last semicolon. Its type (with or without variables) stays as it was; if the room should not do, nothing is
; changed.

!define PATH_BYTES 131072
!define PATH_ROOM 130000
!define REG_SZ 1
!define REG_EXPAND_SZ 2
!define KEY_READ_WRITE 0x2001F
!define SMTO_ABORTIFHUNG 2
; As a pointer, also of 64 bits.
!define HKCU_HANDLE -2147483647

; $R0 memory, $R1 type, $R2 key, $R3 result, $R4 size; the value begins behind the first semicolon. $R3 is 0 when it was read.
!macro ReadUserPath
  System::Alloc ${PATH_BYTES}
  Pop $R0
  StrCpy $R1 ${REG_EXPAND_SZ}
  StrCpy $R2 0
  System::Call 'kernel32::lstrcpyW(p R0, w ";")'
  System::Call 'advapi32::RegCreateKeyExW(p ${HKCU_HANDLE}, w "Environment", i 0, p 0, i 0, i ${KEY_READ_WRITE}, p 0, *p .R2, p 0) i .R3'
  ${If} $R3 = 0
    IntPtrOp $R5 $R0 + 2
    System::Call 'advapi32::RegQueryValueExW(p R2, w "Path", p 0, *i .R1, p R5, *i ${PATH_ROOM} .R4) i .R3'
    ${If} $R3 = 2
      ; There is none yet.
      StrCpy $R1 ${REG_EXPAND_SZ}
      StrCpy $R3 0
    ${EndIf}
    ${If} $R1 <> ${REG_SZ}
    ${AndIf} $R1 <> ${REG_EXPAND_SZ}
      StrCpy $R3 1
    ${EndIf}
    System::Call 'kernel32::lstrlenW(p R0) i .R4'
    ${If} $R4 > 1
      System::Call 'kernel32::lstrcatW(p R0, w ";")'
    ${EndIf}
  ${EndIf}
!macroend

; $R5: where ;folder; begins, or 0.
!macro FindInUserPath folder
  System::Call 'shlwapi::StrStrIW(p R0, w ";${folder};") p .R5'
!macroend

; Writes what lies between the first and the last semicolon, and tells the programs that run.
!macro WriteUserPath
  System::Call 'kernel32::lstrlenW(p R0) i .R4'
  IntOp $R6 $R4 - 1
  IntOp $R6 $R6 * 2
  IntPtrOp $R5 $R0 + $R6
  System::Call '*$R5(&i2 0)'
  IntPtrOp $R5 $R0 + 2
  ${If} $R6 <= 0
    System::Call 'advapi32::RegDeleteValueW(p R2, w "Path") i .R3'
  ${Else}
    System::Call 'advapi32::RegSetValueExW(p R2, w "Path", i 0, i R1, p R5, i R6) i .R3'
  ${EndIf}
  ; Not to those that hang.
  System::Call 'user32::SendMessageTimeoutW(p ${HWND_BROADCAST}, i ${WM_SETTINGCHANGE}, p 0, w "Environment", i ${SMTO_ABORTIFHUNG}, i 1000, *p)'
!macroend

!macro CloseUserPath
  ${If} $R2 P<> 0
    System::Call 'advapi32::RegCloseKey(p R2)'
  ${EndIf}
  System::Free $R0
!macroend

!macro AddToUserPath folder
  !insertmacro ReadUserPath
  ${If} $R3 = 0
    !insertmacro FindInUserPath "${folder}"
    ${If} $R5 P= 0
      System::Call 'kernel32::lstrcatW(p R0, w "${folder};")'
      !insertmacro WriteUserPath
    ${EndIf}
  ${EndIf}
  !insertmacro CloseUserPath
!macroend

!macro RemoveFromUserPath folder
  !insertmacro ReadUserPath
  ${If} $R3 = 0
    !insertmacro FindInUserPath "${folder}"
    ${If} $R5 P<> 0
      StrLen $R4 ";${folder}"
      IntOp $R4 $R4 * 2
      IntPtrOp $R6 $R5 + $R4
      System::Call 'kernel32::lstrlenW(p R6) i .R4'
      IntOp $R4 $R4 + 1
      IntOp $R4 $R4 * 2
      System::Call 'kernel32::RtlMoveMemory(p R5, p R6, p R4)'
      !insertmacro WriteUserPath
    ${EndIf}
  ${EndIf}
  !insertmacro CloseUserPath
!macroend
