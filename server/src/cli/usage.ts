/** What `--help` prints. */
export const usage = `Finds the Cilium settings that break service meshes.

Usage
  cilium-mesh-lint check [PATH…] [options]      check files and folders (default: the current folder)
  cilium-mesh-lint report --html FILE [PATH…]   write a page to read, to print, to pass on (- for stdout)
  cilium-mesh-lint lsp --stdio                  run the language server

Options of check
  --format text|json      text for people, json for programs (default: text)
  --fix                   apply every preferred fix, then report what remains
  --fail-on SEVERITY      error, warning, information or never (default: warning)
  --help, --version

A check knows the given paths and nothing around them: name the folder that holds both the Cilium
settings and the mesh.

Exit codes
  0  nothing at or above --fail-on
  1  findings at or above --fail-on
  2  wrong usage, a given path that could not be read, a file that could not be written, or an
     internal error

Environment
  CI                      set: hints (Cilium without any mesh in sight) are left out
  NO_COLOR, FORCE_COLOR   colours off or on, whatever the terminal
`;
