#!/bin/sh
# A primary and its standby as a person would script it with the same programs and settings as `pair` uses.
# Usage: pair-by-hand.sh BINDIR PSQL FOLDER PORT STANDBY_PORT
set -eu
bin=$1 psql=$2 dir=$3 port=$4 standby_port=$5
primary=$dir/primary standby=$dir/standby
mkdir -p "$dir"
password=$(od -An -tx1 -N24 /dev/urandom | tr -d ' \n')
(umask 077; printf '%s\n' "$password" >"$dir/pw"; printf '*:*:*:postgres:%s\n*:*:*:replicator:%s\n' "$password" "$password" >"$dir/pgpass")
export PGPASSFILE=$dir/pgpass LC_ALL=C

"$bin/initdb" -D "$primary" -U postgres -E UTF8 --locale=C -A scram-sha-256 --pwfile="$dir/pw" --data-checksums >/dev/null
cat >>"$primary/postgresql.conf" <<CONF
listen_addresses = '127.0.0.1'
port = $port
unix_socket_directories = ''
wal_level = replica
max_wal_senders = 10
max_replication_slots = 10
wal_keep_size = '128MB'
max_slot_wal_keep_size = '4GB'
hot_standby = on
cluster_name = 'primary'
CONF
cat >>"$primary/pg_hba.conf" <<HBA
host replication replicator 127.0.0.1/32 scram-sha-256
host replication replicator ::1/128 scram-sha-256
HBA
"$bin/pg_ctl" start -s -w -D "$primary" -l "$dir/primary.log" >/dev/null 2>&1

ask="$psql -h 127.0.0.1 -U postgres -d postgres -X -q -A -t"
$ask -p "$port" -v ON_ERROR_STOP=1 >/dev/null <<SQL
create role replicator replication login password '$password';
select pg_create_physical_replication_slot('standby', true);
select pg_backup_start('by hand', true);
\! cp -a "$primary" "$standby" && rm -rf "$standby"/pg_wal/* "$standby"/postmaster.* "$standby"/pg_replslot/* && mkdir "$standby"/pg_wal/archive_status "$standby"/pg_wal/summaries
\o $standby/backup_label
select labelfile from pg_backup_stop(false);
\o
SQL
touch "$standby/standby.signal"
cat >>"$standby/postgresql.conf" <<CONF
port = $standby_port
cluster_name = 'standby'
primary_conninfo = 'host=127.0.0.1 port=$port user=replicator passfile=''$dir/pgpass'' application_name=standby'
primary_slot_name = 'standby'
CONF
"$bin/pg_ctl" start -s -w -D "$standby" -l "$dir/standby.log" >/dev/null 2>&1
until [ "$($ask -p "$port" -c "select 1 from pg_stat_replication where state = 'streaming'")" = 1 ] &&
  [ "$($ask -p "$standby_port" -c "select 1 from pg_stat_wal_receiver where status = 'streaming'")" = 1 ]; do sleep 0.05; done
