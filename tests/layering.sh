#!/bin/sh
# Fails on an #include that breaks the table of rooms (README.md, "How it is laid out"): which folder of src/ may include
# which, and which library headers belong to which folders; and on two types of one name in two headers, which the linker
# would take for one (their inline functions are there once). Arguments: files to check instead of all of src/.
set -eu
cd "$(dirname "$0")/.."
# shellcheck disable=SC2046  # no file of ours has a space in its name
[ $# -gt 0 ] || set -- $(find src -name '*.cc' -o -name '*.h')

awk '
  BEGIN {
    may["core"] = "core"
    may["pane"] = "pane core"
    may["views"] = "views core"
    may["exchange"] = "exchange core"
    may["wasm"] = "wasm core pane views exchange"
    may["cli"] = "cli core pane exchange"
    # The folders of core; what stands beside them may include all of them.
    inner["base"] = "base"
    inner["dates"] = "base dates"
    inner["dossier"] = "base dates dossier"
    inner["state"] = "base dates dossier state"
    inner["reader"] = "base dates dossier state reader"
    inner["timeline"] = "base dates dossier state timeline"
    inner["graph"] = "base dates dossier state graph"
    # Libraries, by the beginning of the path, and who may include them.
    only["date/"] = "core"
    only["nlohmann/"] = "core exchange"
    only["imgui"] = "views wasm"
    only["emscripten"] = "wasm"
    only["GLES"] = "wasm"
    only["gtest/"] = ""
    # Sending a reader half of the standard library is not worth a printf.
    only["iostream"] = "cli"
    only["regex"] = ""
  }
  function has(list, word) { return index(" " list " ", " " word " ") > 0 }
  # Made from a template beside the file: src/cli/page_styles.h.in.
  function generated(target) { return (getline line < ("src/" room "/" target ".in")) >= 0 }
  function complain(why) { printf "%s:%d: %s\n", FILENAME, FNR, why; bad = 1 }
  FNR == 1 { parts = split(FILENAME, part, "/"); room = part[2]; folder = parts > 3 ? part[3] : ""; files++ }
  FILENAME ~ /\.h$/ && /^(enum )?(struct|class) [A-Z][A-Za-z]*( final)?( :|:| \{)/ {
    name = $1 == "enum" ? $3 : $2
    sub(/[:{].*/, "", name)
    if (name in defined) complain(name " is also in " defined[name])
    defined[name] = FILENAME
  }
  /^[ \t]*#[ \t]*include[ \t]*[<"]/ {
    target = $0
    sub(/^[^<"]*[<"]/, "", target); sub(/[>"].*/, "", target)
    if (!(room in may)) { complain("src/" room " is not a room of the table"); next }
    split(target, piece, "/"); other = piece[1]
    if ((other in may) && index(target, "/")) {
      if (!has(may[room], other)) complain("src/" room " must not include " target)
      if (room == "core" && folder != "" && !has(inner[folder], piece[2])) {
        complain("src/core/" folder " must not include " target)
      }
      next
    }
    if ($0 ~ /"/ && target !~ /^imgui/ && !generated(target)) {
      complain("includes start at src/: \"" target "\"")
    }
    for (prefix in only) {
      if (index(target, prefix) == 1 && !has(only[prefix], room)) {
        complain("src/" room " must not include " target)
      }
    }
  }
  END { if (!bad) printf "%d files keep to the layers\n", files; exit bad }
' "$@"
