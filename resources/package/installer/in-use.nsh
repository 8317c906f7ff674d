; Windows lets nobody write to a program that runs. Nothing is replaced or removed while one of ours does.

!define WAIT_MS 250
!define MOST_WAITS 60

!macro CheckInUse file
  ${If} ${FileExists} "${file}"
    ClearErrors
    FileOpen $R0 "${file}" a
    ${If} ${Errors}
      StrCpy $R1 "busy"
    ${Else}
      FileClose $R0
    ${EndIf}
  ${EndIf}
!macroend

; Asks to end them and tries again; a silent one ends with 2. An update begins while the old program is still ending: it
; waits for that.
!macro RefuseWhileInUse words
  !define InUse ${__LINE__}
  StrCpy $R2 0
  look_${InUse}:
  StrCpy $R1 ""
  !insertmacro CheckInUse "$INSTDIR\${PRODUCT_FILENAME}.exe"
  !insertmacro CheckInUse "$INSTDIR\resources\postgres\native\bin\postgres.exe"
  ${If} $R1 == "busy"
    ${GetParameters} $R3
    ClearErrors
    ${GetOptions} $R3 "--updated" $R4
    ${IfNot} ${Errors}
    ${AndIf} $R2 < ${MOST_WAITS}
      IntOp $R2 $R2 + 1
      Sleep ${WAIT_MS}
      Goto look_${InUse}
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${words}" /SD IDCANCEL IDRETRY look_${InUse}
    SetErrorLevel 2
    Quit
  ${EndIf}
  !undef InUse
!macroend
