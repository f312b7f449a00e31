# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""The Flatpak is of this app, asks for nothing more than it needs, and is built from known sources"""
import json
import re

from common import files, read, report

PERMISSIONS = {"--socket=wayland", "--socket=fallback-x11", "--share=ipc", "--device=dri"}
EXPECTED = {"runtime": "org.gnome.Platform", "sdk": "org.gnome.Sdk", "command": "samenspel"}
# What pins a source of each type that is fetched
PINS = {"archive": r"[0-9a-f]{64}", "file": r"[0-9a-f]{64}", "git": r"[0-9a-f]{40}"}


def app_ids():
    """Those of the two profiles"""
    text = read("meson.build")
    name = re.search(r"^app_id = '(.+)'", text, re.M)[1]
    return {name, name + re.search(r"^ +app_id \+= '(.+)'", text, re.M)[1]}


def check_head(manifest, stem):
    if manifest.get("id") != stem or stem not in app_ids():
        yield f"id: {manifest.get('id')} is not the app's, or not that of the file"
    for key, value in EXPECTED.items():
        if manifest.get(key) != value:
            yield f"{key}: {manifest.get(key)} is not {value}"
    release = manifest.get("runtime-version")
    if not isinstance(release, str) or not release.isdecimal():
        yield f"runtime-version: {release} is not a release of GNOME"
    if manifest.get("separate-locales") is not False:
        yield "separate-locales: not false, so that a bundle would lack its translations"


def check_permissions(args):
    for arg in sorted(set(args) ^ PERMISSIONS):
        yield f"finish-args: {arg} is {'too much' if arg in args else 'missing'}"


def check_source(where, source):
    if not isinstance(source, dict):
        yield f"{where}: {source} is not written out here"
        return
    kind = source.get("type")
    if kind == "dir":
        if source.get("path") != "..":
            yield f"{where}: the only folder is the project's own, not {source.get('path')}"
    elif "url" in source:
        pin = source.get("commit" if kind == "git" else "sha256", "")
        if not re.fullmatch(PINS.get(kind, "(?!)"), pin):
            yield f"{where}: {source['url']} has no checksum"
        if not source["url"].startswith("https://"):
            yield f"{where}: {source['url']} is not fetched safely"
    elif kind not in ("patch", "file", "inline", "script", "shell"):
        yield f"{where}: a source of type {kind}"


def check_modules(modules):
    for module in modules:
        if not isinstance(module, dict):
            yield f"modules: {module} is not written out here"
            continue
        for source in module.get("sources", []):
            yield from check_source(module.get("name"), source)
        if "--share=network" in module.get("build-options", {}).get("build-args", []):
            yield f"{module.get('name')}: is built with the network"
        yield from check_modules(module.get("modules", []))


def check(path):
    try:
        manifest = json.loads(read(path))
    except ValueError as error:
        return [f"{path}: {error}"]
    problems = [*check_head(manifest, path.stem), *check_permissions(manifest.get("finish-args", []))]
    problems += check_modules(manifest.get("modules", []))
    if "samenspel" not in [m.get("name") for m in manifest.get("modules", []) if isinstance(m, dict)]:
        problems.append("modules: the app itself is missing")
    return [f"{path}: {problem}" for problem in problems]


def main():
    manifests = list(files("flatpak", suffixes={".json"}))
    problems = [problem for path in manifests for problem in check(path)]
    report(problems if manifests else ["there is no manifest in flatpak"])


main()
