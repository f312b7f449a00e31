#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
#
# Make stand-ins for the runtimes org.gnome.Platform and org.gnome.Sdk out of Debian packages, in a
# repository of one's own, for machines that cannot reach Flathub. They carry the real names, so that
# a manifest needs no change; they are there to build and test with, not to be given to anyone.
#
# standin.sh DIR SUITE BRANCH    as root; the result is DIR/repo
set -euo pipefail

dir=$1 suite=$2 branch=$3
arch=$(uname -m)

PLATFORM=(bash ca-certificates locales tzdata fontconfig fonts-cantarell fonts-dejavu-core fonts-inter
  shared-mime-info hicolor-icon-theme adwaita-icon-theme gsettings-desktop-schemas libglib2.0-bin
  libgtk-4-1 libgtk-4-bin libadwaita-1-0 librsvg2-common libgl1 libegl1 libgl1-mesa-dri libvulkan1
  libsqlite3-0 libjson-glib-1.0-0 libarchive13t64 libgdk-pixbuf-2.0-0 libwebp7)
SDK=(build-essential meson ninja-build pkgconf gettext blueprint-compiler git file patch xz-utils unzip
  elfutils debugedit gdb strace python3 desktop-file-utils appstream appstream-compose
  libglib2.0-dev-bin gir1.2-adw-1 libgtk-4-dev libadwaita-1-dev libsqlite3-dev libjson-glib-dev
  libarchive-dev libgdk-pixbuf-2.0-dev libwebp-dev)
LOCALES=(en_US nl_NL)
# Of /etc, what is not the machine's own
ETC=(alternatives bash.bashrc ca-certificates ca-certificates.conf fonts glvnd gtk-4.0 nsswitch.conf
  os-release pkcs11 profile profile.d 'python3*' ssl terminfo vulkan X11 xdg)

debian() { # PACKAGES
  local mirror locale
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Label: Debian' |
    head -n 1)
  # mmdebstrap does not read /etc/apt/apt.conf.d: take along what a mirror or a proxy needs
  { apt-config dump | grep -E '^Acquire::(Check-|https?::Proxy)' || :; } > "$dir/apt.conf"
  mmdebstrap --quiet --variant=essential --include="$1" --aptopt="$dir/apt.conf" \
    --aptopt='APT::Install-Recommends "false"' \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/info/*' \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-include=/usr/share/doc/*/copyright' \
    "$suite" "$dir/root" "$mirror" < /dev/null
  for locale in "${LOCALES[@]}"; do
    chroot "$dir/root" localedef -i "$locale" -f UTF-8 "$locale.UTF-8"
  done
}

# A runtime is a /usr, with /etc in it
take_out() {
  local usr=$dir/stage/usr name path
  mkdir -p "$dir/stage/files"
  mv "$dir/root/usr" "$usr"
  mkdir "$usr/etc"
  for name in "${ETC[@]}"; do
    for path in "$dir/root/etc/"$name; do
      if [ -e "$path" ] || [ -L "$path" ]; then mv "$path" "$usr/etc/"; fi
    done
  done
  # Meson installs into lib64 where /usr/lib64 is a folder, and in /app nothing looks there
  if [ -d "$usr/lib64" ]; then
    mv "$usr/lib64/"* "$usr/lib/"
    rmdir "$usr/lib64"
    ln -s lib "$usr/lib64"
  fi
  # Flatpak makes an ld.so.cache, with /app/lib in it, where it finds these two
  ln -sf ../sbin/ldconfig "$usr/bin/ldconfig"
  : > "$usr/etc/ld.so.conf"
}

# The machine's fonts stay out, unlike in the real runtime: fontconfig mixes up the caches of two
# systems that have different files under one name, and pictures would differ between machines
settle_fonts() {
  mkdir -p "$dir/stage/usr/etc/fonts/conf.d"
  cat > "$dir/stage/usr/etc/fonts/conf.d/50-flatpak.conf" << 'END'
<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>/app/share/fonts</dir>
  <alias binding="same"><family>Adwaita Sans</family><accept><family>Inter</family></accept></alias>
</fontconfig>
END
}

# flatpak-builder before 1.3.4 renames the metainfo and calls a program that newer systems lack
lead_to_appstreamcli() {
  [ ! -e "$dir/stage/usr/bin/appstream-compose" ] || return 0
  cat > "$dir/stage/usr/bin/appstream-compose" << 'END'
#!/bin/sh
for id; do :; done
mkdir -p /app/share/metainfo
[ ! -e "/app/share/appdata/$id.appdata.xml" ] ||
  cp "/app/share/appdata/$id.appdata.xml" "/app/share/metainfo/$id.metainfo.xml"
exec appstreamcli compose --prefix=/ --origin="$id" --result-root=/app --components="$id" \
  --data-dir=/app/share/app-info/xmls --icons-dir=/app/share/app-info/icons/flatpak /app
END
  chmod 755 "$dir/stage/usr/bin/appstream-compose"
}

runtime() { # NAME PACKAGE...
  local name=$1
  shift
  debian "$(IFS=,; echo "$*")"
  take_out
  settle_fonts
  if [ "$name" = org.gnome.Sdk ]; then
    lead_to_appstreamcli
    mkdir "$dir/stage/usr/etc/flatpak-builder"
    echo '{ "cflags": "-O2 -g -pipe -D_FORTIFY_SOURCE=2 -fstack-protector-strong" }' \
      > "$dir/stage/usr/etc/flatpak-builder/defaults.json"
  fi
  cat > "$dir/stage/metadata" << END
[Runtime]
name=$name
runtime=org.gnome.Platform/$arch/$branch
sdk=org.gnome.Sdk/$arch/$branch
END
  flatpak build-export --runtime --disable-fsync "$dir/repo.new" "$dir/stage" "$branch" > /dev/null
  rm -rf --one-file-system "$dir/root" "$dir/stage"
}

rm -rf --one-file-system "$dir/repo" "$dir/repo.new" "$dir/root" "$dir/stage"
mkdir -p "$dir"
# The layout of an installation: exporting compresses nothing, and installing makes hard links
ostree init --repo="$dir/repo.new" --mode=bare-user-only
runtime org.gnome.Platform "${PLATFORM[@]}"
runtime org.gnome.Sdk "${PLATFORM[@]}" "${SDK[@]}"
mv "$dir/repo.new" "$dir/repo"
