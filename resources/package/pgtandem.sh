#!/bin/sh
# The command line of an installed PgTandem: its desktop program, run as Node. Links to this file may lie anywhere.
self=$0
while [ -L "$self" ]; do
  link=$(readlink "$self")
  case $link in
  /*) self=$link ;;
  *) self=$(dirname "$self")/$link ;;
  esac
done
resources=$(cd "$(dirname "$self")/.." && pwd -P) || exit 1
program=$resources/../pgtandem-desktop
[ -x "$program" ] || program=$resources/../MacOS/PgTandem
ELECTRON_RUN_AS_NODE=1 exec "$program" "$resources/app.asar/dist/cli/pgtandem.mjs" "$@"
