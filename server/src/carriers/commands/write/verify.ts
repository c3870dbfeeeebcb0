import type { Change } from '../../../edits/edit.ts';
import type { Named } from '../../../facts/deployment.ts';
import type { Setting } from '../../../facts/settings.ts';
import type { SetPath, SetValue } from '../../strvals/assignment.ts';
import { startsWithPath } from '../../strvals/settings.ts';
import type { ChartCommand } from '../chart-command.ts';
import type { PlacedCommand } from '../read-commands.ts';
import { assignmentsOf, settingsOf } from '../settings.ts';

/**
 * Whether the commands of a file after an edit say what the change asked for and nothing else: every other command is
 * what it was, and of this one everything but the one path.
 */
export function isExactly(
  before: readonly PlacedCommand[],
  after: readonly PlacedCommand[],
  index: number,
  change: Change,
): boolean {
  return sameCommands(before, after, (command, edited, at) =>
    at === index ? isChanged(command, edited, change) : same(assignments(command), assignments(edited)),
  );
}

/** Whether an edit beside the commands of a file left all of them as they were. */
export function isUntouched(before: readonly PlacedCommand[], after: readonly PlacedCommand[]): boolean {
  return sameCommands(before, after, (command, edited) => same(assignments(command), assignments(edited)));
}

function sameCommands(
  before: readonly PlacedCommand[],
  after: readonly PlacedCommand[],
  sameSets: (command: ChartCommand, edited: ChartCommand, index: number) => boolean,
): boolean {
  if (before.length !== after.length) return false;
  return before.every(({ command, script }, index) => {
    const edited = after[index];
    if (edited?.script.dialect !== script.dialect) return false;
    return same(rest(command), rest(edited.command)) && sameSets(command, edited.command, index);
  });
}

type PlainAssignment = readonly [path: SetPath, value: SetValue];

function isChanged(before: ChartCommand, after: ChartCommand, change: Change): boolean {
  const old = assignments(before);
  const now = assignments(after);
  switch (change.op) {
    case 'set': {
      const isOther = ([path]: PlainAssignment): boolean =>
        path.length !== change.path.length || !startsWithPath(path, change.path);
      const setting = effective(after, change.path);
      const value = setting?.value.kind === 'known' ? setting.value.value : undefined;
      // Agent flags are text, whatever type a change has in mind.
      const isText = change.path[0] === 'extraConfig' && value === String(change.value);
      return (value === change.value || isText) && same(old.filter(isOther), now.filter(isOther));
    }
    case 'rename':
      return same(
        old.map(([path, value]) =>
          startsWithPath(path, change.from)
            ? [[...change.to, ...path.slice(change.from.length)], value]
            : [path, value],
        ),
        now,
      );
    case 'remove':
      return same(
        old.filter(([path]) => !startsWithPath(path, change.path)),
        now,
      );
  }
}

function assignments(command: ChartCommand): readonly PlainAssignment[] {
  return assignmentsOf(command.sets).map(({ assignment }) => [assignment.path, assignment.value]);
}

/** The setting that holds at a path, unless a scalar stands where one of its parents should be. */
function effective(command: ChartCommand, path: SetPath): Setting | undefined {
  const { settings } = settingsOf(command.sets);
  const isAt = (setting: Setting, length: number): boolean =>
    setting.path.length === length && startsWithPath(path, setting.path);
  const hasParents = path.every(
    (_, index) =>
      index === 0 || settings.some((setting) => isAt(setting, index) && setting.value.kind === 'map'),
  );
  return hasParents ? settings.find((setting) => isAt(setting, path.length)) : undefined;
}

/** All that a command says beside its values, without the places where it says it. */
function rest({ fact, valuesFiles, chart, open }: ChartCommand): unknown {
  const version = typeof chart.version === 'object' ? chart.version.text : chart.version;
  return [
    { ...fact, span: undefined, version: fact.version && textOf(fact.version) },
    valuesFiles.map(({ file, document }) => [textOf(file), document !== undefined]),
    { ...chart, version },
    open,
  ];
}

function textOf(name: Named): string | null {
  return name.kind === 'text' ? name.text : null;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
