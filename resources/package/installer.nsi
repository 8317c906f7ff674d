; Setup.exe: installs PgTandem for one person, without administrator rights. One script for every machine that packages are
; made on: it needs nothing but NSIS itself. electron-builder puts its defines and the languages before it. Paths have
; backslashes: NSIS on Windows finds nothing behind a slash, and on Linux it takes both.
;
;   /S             asks nothing
;   /PATH=no       leaves PATH alone            /AUTOSTART=yes   starts PgTandem at login
;   --force-run    starts PgTandem afterwards (an update)
;
; Exit codes: 0 done, 1 cancelled, 2 files are in use, and nothing was changed, 3 not all files could be written.

; A 64-bit program where this NSIS can make one.
!if /FileExists "${NSISDIR}\Stubs\lzma-amd64-unicode"
  Target amd64-unicode
!endif
!if "$%PGTANDEM_QUICK_PACKAGES%" != "yes"
  SetCompressor /SOLID lzma
!endif
RequestExecutionLevel user
ManifestSupportedOS Win10
ManifestDPIAware true

!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "Sections.nsh"
!include "WinVer.nsh"
!include "x64.nsh"

!define PROGRAM "$INSTDIR\${PRODUCT_FILENAME}.exe"
!define UNINSTALLER "$INSTDIR\Uninstall ${PRODUCT_FILENAME}.exe"
!define COMMAND_FOLDER "$INSTDIR\resources\bin"
!define OUR_KEY "Software\${PRODUCT_FILENAME}"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${PRODUCT_FILENAME}"
!define RUN_KEY "Software\Microsoft\Windows\CurrentVersion\Run"

!include "${BUILD_RESOURCES_DIR}\installer\user-path.nsh"
!include "${BUILD_RESOURCES_DIR}\installer\in-use.nsh"
!include "${BUILD_RESOURCES_DIR}\installer\start-menu-link.nsh"
; Written when the program was packed: what it consists of.
!include "$%PGTANDEM_INSTALLED_ENTRIES%"

Name "${PRODUCT_NAME}"
BrandingText "${PRODUCT_NAME} ${VERSION}"
InstallDir "$LOCALAPPDATA\Programs\${PRODUCT_FILENAME}"
InstallDirRegKey HKCU "${OUR_KEY}" "Folder"
ShowInstDetails nevershow
ShowUninstDetails nevershow

!define MUI_ABORTWARNING
!define MUI_WELCOMEFINISHPAGE_BITMAP "${NSISDIR}\Contrib\Graphics\Wizard\nsis3-metro.bmp"
; The uninstaller speaks the language that was chosen.
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "${OUR_KEY}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "Language"
!define MUI_COMPONENTSPAGE_SMALLDESC
!define MUI_FINISHPAGE_RUN "${PROGRAM}"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(dataStays)"
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_RESERVEFILE_LANGDLL
!include "${BUILD_RESOURCES_DIR}\installer\words.nsh"

Section "$(theProgram)" SectionProgram
  SectionIn RO
  !insertmacro RefuseWhileInUse "$(inUseInstall)"
  SetOutPath "$INSTDIR"
  ; The version that is there takes its own files away, and leaves PATH, links and the like to us.
  ${If} ${FileExists} "${UNINSTALLER}"
    ExecWait '"${UNINSTALLER}" /S /UPDATE _?=$INSTDIR' $0
    ${If} $0 <> 0
      SetErrorLevel 2
      Quit
    ${EndIf}
  ${EndIf}
  SetOverwrite on
  ClearErrors
  File /r "$%PGTANDEM_UNPACKED%\*"
  ; A silent one goes on after a file that could not be written.
  ${If} ${Errors}
    MessageBox MB_OK|MB_ICONSTOP "$(notWritten)" /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
  WriteUninstaller "${UNINSTALLER}"
  !insertmacro CreateStartMenuLink

  WriteRegStr HKCU "${OUR_KEY}" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${PRODUCT_NAME}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "${PROGRAM},0"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "${COMPANY_NAME}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Comments" "$(dataStays)"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"${UNINSTALLER}"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"${UNINSTALLER}" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" "${ESTIMATED_SIZE}"
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
SectionEnd

Section "$(onPath)" SectionPath
  !insertmacro AddToUserPath "${COMMAND_FOLDER}"
SectionEnd

Section /o "$(atLogin)" SectionAutostart
  ; As the program itself writes it; see electron/faces/desktop/login.
  WriteRegStr HKCU "${RUN_KEY}" "${APP_ID}" '"${PROGRAM}" --hidden'
SectionEnd

Section
  WriteRegDWORD HKCU "${OUR_KEY}" "OnPath" ${SF_SELECTED}
  ${IfNot} ${SectionIsSelected} ${SectionPath}
    WriteRegDWORD HKCU "${OUR_KEY}" "OnPath" 0
    !insertmacro RemoveFromUserPath "${COMMAND_FOLDER}"
  ${EndIf}
  ${IfNot} ${SectionIsSelected} ${SectionAutostart}
    DeleteRegValue HKCU "${RUN_KEY}" "${APP_ID}"
  ${EndIf}
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "--force-run" $1
  ${IfNot} ${Errors}
    Exec '"${PROGRAM}"'
  ${EndIf}
SectionEnd

!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${SectionProgram} "$(theProgramMore)"
  !insertmacro MUI_DESCRIPTION_TEXT ${SectionPath} "$(onPathMore)"
  !insertmacro MUI_DESCRIPTION_TEXT ${SectionAutostart} "$(atLoginMore)"
!insertmacro MUI_FUNCTION_DESCRIPTION_END

; What was chosen last time is chosen again, unless the command line says otherwise.
!macro Choose section option remembered
  ${If} ${remembered} == 0
    !insertmacro UnselectSection ${section}
  ${ElseIf} ${remembered} != ""
    !insertmacro SelectSection ${section}
  ${EndIf}
  ClearErrors
  ${GetOptions} $0 "/${option}=" $1
  ${IfNot} ${Errors}
    ${If} $1 == "no"
      !insertmacro UnselectSection ${section}
    ${Else}
      !insertmacro SelectSection ${section}
    ${EndIf}
  ${EndIf}
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "PgTandem needs Windows 10 or later (64 bit).$\nPgTandem 需要 64 位的 Windows 10 或更高版本。" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  !insertmacro MUI_LANGDLL_DISPLAY
  ${GetParameters} $0
  ReadRegDWORD $2 HKCU "${OUR_KEY}" "OnPath"
  !insertmacro Choose ${SectionPath} "PATH" "$2"
  ReadRegStr $2 HKCU "${RUN_KEY}" "${APP_ID}"
  !insertmacro Choose ${SectionAutostart} "AUTOSTART" "$2"
FunctionEnd

Section "un.${PRODUCT_NAME}"
  !insertmacro RefuseWhileInUse "$(inUseUninstall)"
  SetOutPath "$TEMP"
  !insertmacro RemoveInstalledEntries
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/UPDATE" $1
  ${If} ${Errors}
    !insertmacro RemoveFromUserPath "${COMMAND_FOLDER}"
    Delete "${START_MENU_LINK}"
    DeleteRegValue HKCU "${RUN_KEY}" "${APP_ID}"
    DeleteRegKey HKCU "${UNINSTALL_KEY}"
    DeleteRegKey HKCU "${OUR_KEY}"
    Delete "${UNINSTALLER}"
    RMDir "$INSTDIR"
    MessageBox MB_OK|MB_ICONINFORMATION "$(dataStays)" /SD IDOK
  ${EndIf}
SectionEnd

Function un.onInit
  !insertmacro MUI_UNGETLANGUAGE
FunctionEnd
