#!/bin/sh
# enter-place-apart.sh TREE OWNER PROGRAM ARGS…: in new namespaces, shows TREE as /opt/pgtandem and an empty /home/ada that
# belongs to OWNER (where one is named), and goes on there as PROGRAM. What else is in /opt and /home stays to be seen; shared
# memory of servers that are ended with the namespace is not left to the machine.
set -e
tree=$1 owner=$2
shift 2

# add FOLDER NAME: an empty NAME in FOLDER, which itself is left as it is.
add() {
  mount --rbind "$1" /mnt
  mount -t tmpfs -o mode=755 tmpfs "$1"
  for entry in /mnt/*/; do
    [ -d "$entry" ] || continue
    mkdir "$1/$(basename "$entry")"
    mount --rbind "$entry" "$1/$(basename "$entry")"
  done
  umount --lazy /mnt
  mkdir "$1/$2"
}

add /opt pgtandem
mount --rbind "$tree" /opt/pgtandem
add /home ada
[ -z "$owner" ] || chown "$owner" /home/ada
mount -t tmpfs -o mode=1777 tmpfs /dev/shm
ip link set lo up
cd /opt/pgtandem
exec "$@"
