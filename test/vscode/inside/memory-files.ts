import {
  Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileSystemError,
  type FileStat,
  FileType,
  type Uri,
  workspace,
} from 'vscode';

/** Registers a file system that holds these files, by their paths, and nothing else. */
export function memoryFileSystem(scheme: string, files: Readonly<Record<string, string>>): Disposable {
  const changed = new EventEmitter<FileChangeEvent[]>();
  const entriesBelow = (folder: string): readonly [string, FileType][] => {
    const prefix = folder.endsWith('/') ? folder : `${folder}/`;
    const names = Object.keys(files).flatMap((path): [string, FileType][] => {
      if (!path.startsWith(prefix)) return [];
      const [name = '', ...rest] = path.slice(prefix.length).split('/');
      return [[name, rest.length === 0 ? FileType.File : FileType.Directory]];
    });
    return [...new Map(names)];
  };
  const textAt = (uri: Uri): Uint8Array => {
    const text = files[uri.path];
    if (text === undefined) throw FileSystemError.FileNotFound(uri);
    return new TextEncoder().encode(text);
  };
  const refuse = (): never => {
    throw FileSystemError.NoPermissions();
  };
  const provider = workspace.registerFileSystemProvider(
    scheme,
    {
      onDidChangeFile: changed.event,
      watch: () => new Disposable(() => undefined),
      stat: (uri): FileStat => {
        const isFolder = entriesBelow(uri.path).length > 0;
        const size = isFolder ? 0 : textAt(uri).length;
        return { type: isFolder ? FileType.Directory : FileType.File, ctime: 0, mtime: 0, size };
      },
      readDirectory: ({ path }) => [...entriesBelow(path)],
      readFile: textAt,
      createDirectory: refuse,
      writeFile: refuse,
      delete: refuse,
      rename: refuse,
    },
    { isReadonly: true },
  );
  return Disposable.from(changed, provider);
}
