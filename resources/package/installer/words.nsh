; What the installer says, in its two languages.

LangString theProgram ${LANG_ENGLISH} "PgTandem with PostgreSQL 18"
LangString theProgram ${LANG_SIMPCHINESE} "PgTandem 与 PostgreSQL 18"
LangString theProgramMore ${LANG_ENGLISH} "The program, and PostgreSQL 18 for its servers. For your account only."
LangString theProgramMore ${LANG_SIMPCHINESE} "程序本身，以及供其服务器使用的 PostgreSQL 18。仅安装到您的账户。"

LangString onPath ${LANG_ENGLISH} "Command pgtandem (PATH)"
LangString onPath ${LANG_SIMPCHINESE} "命令 pgtandem（PATH）"
LangString onPathMore ${LANG_ENGLISH} "Adds pgtandem to your PATH, so that every new terminal finds it."
LangString onPathMore ${LANG_SIMPCHINESE} "把 pgtandem 加入您的 PATH，之后新打开的终端都能找到它。"

LangString atLogin ${LANG_ENGLISH} "Start at login"
LangString atLogin ${LANG_SIMPCHINESE} "登录时启动"
LangString atLoginMore ${LANG_ENGLISH} "Starts PgTandem in the tray when you log in. You can change this in its settings."
LangString atLoginMore ${LANG_SIMPCHINESE} "登录后在托盘中启动 PgTandem。之后可在其设置中更改。"

LangString notWritten ${LANG_ENGLISH} "Not all files could be written to $INSTDIR, so PgTandem cannot be started. Look whether the disk is full or a program holds files in that folder, then run this setup again. Your servers and their data are untouched."
LangString notWritten ${LANG_SIMPCHINESE} "未能将所有文件写入 $INSTDIR，因此无法启动 PgTandem。请检查磁盘是否已满，或是否有程序占用该文件夹中的文件，然后重新运行本安装程序。您的服务器及其数据未受影响。"

LangString inUseInstall ${LANG_ENGLISH} "PgTandem is running, or a server that runs with its PostgreSQL.$\n$\nStop these servers in PgTandem, quit PgTandem, and try again. Nothing has been changed, and no server is ever stopped by this setup."
LangString inUseInstall ${LANG_SIMPCHINESE} "PgTandem 正在运行，或者有服务器正在使用它附带的 PostgreSQL。$\n$\n请在 PgTandem 中停止这些服务器，退出 PgTandem，然后重试。目前没有任何更改；本安装程序绝不会停止服务器。"
LangString inUseUninstall ${LANG_ENGLISH} "PgTandem is running, or a server that runs with its PostgreSQL.$\n$\nStop these servers in PgTandem, quit PgTandem, and try again. Nothing has been removed."
LangString inUseUninstall ${LANG_SIMPCHINESE} "PgTandem 正在运行，或者有服务器正在使用它附带的 PostgreSQL。$\n$\n请在 PgTandem 中停止这些服务器，退出 PgTandem，然后重试。目前没有删除任何内容。"

LangString dataStays ${LANG_ENGLISH} "Your servers and their data stay where they are, in $LOCALAPPDATA\PgTandem. Delete that folder only if you need none of them."
LangString dataStays ${LANG_SIMPCHINESE} "您的服务器及其数据保留在原处：$LOCALAPPDATA\PgTandem。只有全都不再需要时，才删除该文件夹。"
