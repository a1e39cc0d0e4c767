; Offers the app under "Open with" for what the importers read. Windows looks for this key by the program's name
; (https://learn.microsoft.com/windows/win32/shell/app-registration); no extension is touched, so what opens a file on a
; double click stays as it was.

!macro offerFor EXTENSION
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\SupportedTypes" ".${EXTENSION}" ""
!macroend

!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}" "FriendlyAppName" "${PRODUCT_NAME}"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  ; Addresses of clippings, for this user's programs.
  WriteRegStr SHELL_CONTEXT "Software\Classes\cuttings" "" "URL:Cuttings clipping"
  WriteRegStr SHELL_CONTEXT "Software\Classes\cuttings" "URL Protocol" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\cuttings\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  !insertmacro offerFor "html"
  !insertmacro offerFor "htm"
  !insertmacro offerFor "xhtml"
  !insertmacro offerFor "mhtml"
  !insertmacro offerFor "mht"
  !insertmacro offerFor "webarchive"
  !insertmacro offerFor "eml"
  !insertmacro offerFor "msg"
  !insertmacro offerFor "pdf"
  !insertmacro offerFor "docx"
  !insertmacro offerFor "odt"
  !insertmacro offerFor "rtf"
  !insertmacro offerFor "epub"
  !insertmacro offerFor "txt"
  !insertmacro offerFor "md"
  !insertmacro offerFor "url"
  !insertmacro offerFor "webloc"
  !insertmacro offerFor "warc"
  !insertmacro offerFor "wacz"
  !insertmacro offerFor "enex"
  !insertmacro offerFor "jex"
  !insertmacro offerFor "ris"
!macroend

!macro customUnInstall
  DeleteRegKey SHELL_CONTEXT "Software\Classes\cuttings"
  DeleteRegKey SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}"
!macroend
