/**
 * The language server wherever it was started: as a process, or in a web worker. One file for both, which holds what
 * they share once; the part of the other platform lies in it untouched.
 */
void ('importScripts' in globalThis ? import('./web.ts') : import('./main.ts'));
