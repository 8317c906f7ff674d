@echo off
rem The command line of an installed PgTandem: its desktop program, run as Node.
setlocal
set ELECTRON_RUN_AS_NODE=1
"%~dp0..\..\PgTandem.exe" "%~dp0..\app.asar\dist\cli\pgtandem.mjs" %*
exit /b %ERRORLEVEL%
