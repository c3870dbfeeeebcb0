import { readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { Exclusion } from './exclusion.ts';
import { isOfInterest } from './interest.ts';
import { isMissing } from './read-text.ts';

/** What a walk comes upon. Folders are told as well, so that whoever drives the walk can rest between them. */
export interface WalkStep {
  /** `file`: its name says that it may hold something of interest. `unreadable`: a folder that cannot be listed. */
  readonly kind: 'file' | 'folder' | 'unreadable';
  /** Absolute. */
  readonly path: string;
}

/**
 * Walks a folder tree step by step in the order of names, the files of a folder before the folders in it.
 *
 * Links are followed as long as they stay inside the folder: an overlay that links to its base is part of the
 * workspace. A folder is entered through links at most once, and never from within itself, so that every walk ends.
 * What vanishes meanwhile is passed over.
 * @param folder absolute path of the folder
 * @param start a folder below it, where only that part is wanted; relative, with forward slashes
 */
export function* walk(
  folder: string,
  exclusion: Exclusion,
  start = '',
): Generator<WalkStep, void, undefined> {
  const typeOfLink = linkJudge(folder);
  const pending: Place[] = [{ path: join(folder, start), relative: start }];
  for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
    const entries = list(place.path);
    if (entries === 'vanished') continue;
    yield { kind: entries === 'unreadable' ? 'unreadable' : 'folder', path: place.path };
    if (entries === 'unreadable') continue;
    const folders: Place[] = [];
    for (const entry of entries) {
      const path = join(place.path, entry.name);
      const relative = place.relative === '' ? entry.name : `${place.relative}/${entry.name}`;
      const type = entry.isSymbolicLink() ? typeOfLink(path) : typeOf(entry);
      if (type === 'file' && isOfInterest(relative) && !exclusion.entry(relative, false)) {
        yield { kind: 'file', path };
      } else if (type === 'folder' && !exclusion.entry(relative, true)) {
        folders.push({ path, relative });
      }
    }
    pending.push(...folders.reverse());
  }
}

interface Place {
  readonly path: string;
  readonly relative: string;
}

type EntryType = 'file' | 'folder' | 'other';

function typeOf(entry: { isFile: () => boolean; isDirectory: () => boolean }): EntryType {
  if (entry.isFile()) return 'file';
  return entry.isDirectory() ? 'folder' : 'other';
}

/** The entries of a folder by name, or why there are none. */
function list(path: string): readonly Dirent[] | 'vanished' | 'unreadable' {
  try {
    return readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    return isMissing(error) ? 'vanished' : 'unreadable';
  }
}

/** Whether a path, with all links followed, is inside a folder. False where there is nothing at the path. */
export function leadsInside(folder: string, path: string): boolean {
  try {
    return isBelow(realpathSync(path), realpathSync(folder));
  } catch {
    return false;
  }
}

/** Whether there is a folder at a path, links followed. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Tells what a link leads to; whatever must not be followed, or leads nowhere, is `other`. */
function linkJudge(folder: string): (link: string) => EntryType {
  const entered = new Set<string>();
  const judge = (link: string): EntryType => {
    const target = realpathSync(link);
    if (!isBelow(target, realpathSync(folder))) return 'other';
    const type = typeOf(statSync(target));
    if (type !== 'folder') return type;
    const parent = realpathSync(dirname(link));
    if (entered.has(target) || parent === target || isBelow(parent, target)) return 'other';
    entered.add(target);
    return 'folder';
  };
  return (link) => {
    try {
      return judge(link);
    } catch {
      return 'other';
    }
  };
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}
