#!/bin/sh
exec /opt/PgTandem/resources/bin/pgtandem "$@"
