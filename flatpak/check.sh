#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
#
# ./dev flatpak [RUNTIME...]: build the Flatpak offline, make a bundle of it in out/, install that as
# an ordinary user, and check it in its sandbox. As root, on a system with apt.
#
# RUNTIME is flathub, or a Debian that stands in for it: trixie (GTK 4.18) or forky (the newest).
# Without any it is flathub, and where that cannot be reached trixie and forky.
set -euo pipefail

SRC=$(readlink -f "$(dirname "$0")/..")
ID=io.github.comakership.Samenspel
MANIFEST=$SRC/flatpak/$ID.json
BRANCH=$(sed -n 's/^ *"runtime-version": "\(.*\)",/\1/p' "$MANIFEST")
OUT=$SRC/out
CACHE=${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/samenspel
TOOLS=(flatpak flatpak-builder ostree mmdebstrap elfutils binutils git patch xz-utils unzip
  dbus desktop-file-utils fuse3 xdg-desktop-portal xdg-desktop-portal-gtk at-spi2-core adwaita-icon-theme fonts-cantarell
  librsvg2-common xvfb openbox weston python3 python3-gi python3-xlib gir1.2-atspi-2.0)
USER_ID=12345 # nobody's, so that the user exists in the mount namespace of the checks only
FLATHUB=https://dl.flathub.org/repo/flathub.flatpakrepo

say() { echo "flatpak: $*" >&2; }

# Where this machine cannot do it, nothing is shown to hold, and nothing to fail
skip() {
  echo "skipped: $*"
  echo "0 passed, 0 failed, 1 skipped"
  exit 77
}

as_user() { setpriv --reuid=$USER_ID --regid=$USER_ID --clear-groups -- "$@"; }

need_tools() {
  [ "$(id -u)" = 0 ] || skip "only root can make the user for whom the Flatpak is installed"
  command -v apt-get > /dev/null || skip "there is no apt here, with which to install flatpak"
  if ! dpkg-query --show "${TOOLS[@]}" > /dev/null 2>&1; then
    say "installing flatpak, and what it is tested with"
    apt-get update -qq || :
    DEBIAN_FRONTEND=noninteractive apt-get install -qqy --no-install-recommends "${TOOLS[@]}" \
      < /dev/null > /dev/null || skip "flatpak cannot be installed"
  fi
  as_user unshare --user --map-root-user true 2> /dev/null ||
    skip "a user cannot make namespaces here, and so no sandbox"
}

# fp COMMAND...: Flatpak hands its environment on, so it gets none that is not meant
fp() {
  env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 HOME="$DIR" FLATPAK_SYSTEM_DIR="$DIR/system" "$@"
}

can_reach_flathub() {
  DIR=$CACHE/flatpak-flathub
  mkdir -p "$DIR"
  fp timeout 20 flatpak --system remote-add --if-not-exists flathub $FLATHUB 2> /dev/null
}

# ---- the runtime ---------------------------------------------------------------------------------

# The name of the folder tells what it was made of
standin_folder() {
  echo "$CACHE/flatpak-$1-$BRANCH-$(sha256sum < "$SRC/flatpak/standin.sh" | cut -c 1-8)"
}

make_standin() {
  local suite=$1 old
  for old in "$CACHE/flatpak-$suite"-*; do
    if [ "$old" != "$DIR" ]; then rm -rf --one-file-system "$old"; fi
  done
  if [ -d "$DIR/repo" ]; then return; fi
  say "making a stand-in for GNOME $BRANCH of Debian $suite (once, some minutes, 1.2 GB)"
  timeout 900 "$SRC/flatpak/standin.sh" "$DIR" "$suite" "$BRANCH" >&2 ||
    skip "the stand-in for the runtime cannot be made"
}

install_runtimes() {
  local remote=$1
  if [ "$remote" = standin ]; then
    fp flatpak --system remote-add --if-not-exists --no-gpg-verify standin "file://$DIR/repo"
  fi
  fp flatpak --system install -y --noninteractive --or-update "$remote" \
    "org.gnome.Platform//$BRANCH" "org.gnome.Sdk//$BRANCH" >&2
}

# ---- the bundle ----------------------------------------------------------------------------------

build() {
  fp flatpak-builder --force-clean --disable-rofiles-fuse --disable-cache --default-branch=stable \
    --state-dir="$DIR/state" --repo="$DIR/apps" "$DIR/build" "$MANIFEST" 2>&1 | tee "$DIR/build.log" >&2
}

# Only a bundle that was built with Flathub's runtime tells where to fetch that
bundle() {
  local file=$1 options=()
  if [ "$RUNTIME" = flathub ]; then options=(--runtime-repo=$FLATHUB); fi
  fp flatpak build-bundle "${options[@]}" "$DIR/apps" "$file" "$ID" stable >&2
}

# One more bundle, of a newer build, to update to
bundle_newer() {
  date > "$DIR/build/files/share/samenspel/newer"
  fp flatpak build-export "$DIR/apps" "$DIR/build" stable > /dev/null
  bundle "$DIR/share/newer.flatpak"
}

# What the checks need and a user may read: this folder is all of the checkout that they see
share() {
  rm -rf "$DIR/share" "$DIR/home" "$DIR/result"
  mkdir -p "$DIR/share/pictures" "$DIR/home/Documents"
  cp "$SRC"/tests/e2e/{screen,drive,common}.py "$SRC"/flatpak/*.py "$DIR/share"
  cp "$SRC/tests/data/covenants/wrapped.txt" "$DIR/home/Documents/covenant.txt"
  echo secret > "$DIR/home/secret.txt"
  fp flatpak build --bind-mount=/run/source="$SRC/tests/e2e" --bind-mount=/run/result="$DIR/share" \
    "$DIR/build" sh -c 'cc -shared -fPIC -O1 $(pkg-config --cflags gtk4) \
      /run/source/a11yfix.c -o /run/result/a11yfix.so'
  cp "$OUT/samenspel.flatpak" "$DIR/build.log" "$DIR/share"
  chown -R $USER_ID:$USER_ID "$DIR/home" "$DIR/share"
  chmod -R u=rwX,go=rX "$DIR/share"
}

# ---- the checks ----------------------------------------------------------------------------------

# In a mount namespace of its own: a user, with the folder /run/user/UID by whose name the portal
# hands out files, and with FUSE, with which it does so (Debian lets all users open that; a bare
# container or virtual machine may not). There are no system services, but a bus.
enter() {
  local passwd fuse=
  passwd=$(cat /etc/passwd)
  mount -t tmpfs -o mode=755 tmpfs /run/user
  install -d -m 700 -o $USER_ID -g $USER_ID /run/user/$USER_ID
  printf '%s\n' "$passwd" "samenspel:x:$USER_ID:$USER_ID::/mnt/home:/bin/sh" > /run/user/passwd
  mount --bind /run/user/passwd /etc/passwd
  mount --bind "$DIR" /mnt
  mount -t tmpfs -o mode=1777 tmpfs /tmp
  mkdir -m 1777 /tmp/.X11-unix
  mount -t tmpfs -o mode=755,dev tmpfs /run/lock
  if mknod -m 666 /run/lock/fuse c 10 229 && [ -e /dev/fuse ] && mount --bind /run/lock/fuse /dev/fuse &&
    as_user sh -c ': <> /dev/fuse' 2> /dev/null; then fuse=yes; fi
  cd /mnt/home
  as_user env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/mnt/home USER=samenspel LOGNAME=samenspel \
    XDG_RUNTIME_DIR=/run/user/$USER_ID XDG_CURRENT_DESKTOP=GNOME FLATPAK_SYSTEM_DIR=/mnt/system \
    SAMENSPEL_FUSE=$fuse SAMENSPEL_APP=$ID PYTHONDONTWRITEBYTECODE=1 DRIVE_ARTIFACTS=/mnt/share/pictures \
    dbus-run-session -- sh -c \
    'DBUS_SYSTEM_BUS_ADDRESS=$DBUS_SESSION_BUS_ADDRESS exec /usr/bin/python3 /mnt/share/test_flatpak.py'
}

check() {
  local rc=0
  unshare --mount --pid --fork --kill-child --mount-proc --propagation private -- \
    "$SRC/flatpak/check.sh" enter "$DIR" || rc=$?
  rm -rf "$OUT/flatpak-$RUNTIME"
  cp -r "$DIR/share/pictures" "$OUT/flatpak-$RUNTIME"
  say "pictures are in $OUT/flatpak-$RUNTIME"
  return $rc
}

one_runtime() {
  local remote=standin
  RUNTIME=$1
  DIR=$CACHE/flatpak-flathub
  if [ "$RUNTIME" = flathub ]; then
    remote=flathub
  else
    DIR=$(standin_folder "$RUNTIME")
    mkdir -p "$DIR"
    make_standin "$RUNTIME"
  fi
  install_runtimes $remote
  build
  mkdir -p "$OUT"
  bundle "$OUT/samenspel.flatpak"
  share
  bundle_newer
  chmod 644 "$DIR/share/newer.flatpak"
  say "checking it with $RUNTIME"
  check
}

main() {
  local runtime log rc=0
  if [ "${1:-}" = enter ]; then
    DIR=$2
    enter
    return
  fi
  need_tools
  if [ $# = 0 ]; then
    if can_reach_flathub; then set -- flathub; else set -- trixie forky; fi
  fi
  mkdir -p "$CACHE"
  log=$(mktemp)
  for runtime; do
    (
      flock 9
      one_runtime "$runtime"
    ) 9> "$CACHE/flatpak-lock" | tee "$log.one" || rc=$?
    cat "$log.one" >> "$log"
    # What ended before its last line has failed
    tail -n 1 "$log.one" | grep -q ' passed, ' || echo "0 passed, 1 failed" | tee -a "$log"
  done
  awk -f "$SRC/tests/add-up.awk" "$log" || rc=$?
  rm -f "$log" "$log.one"
  return $rc
}

main "$@"
