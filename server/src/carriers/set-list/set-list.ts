import type { Change } from '../../edits/edit.ts';
import type { ItemEntries } from '../../edits/item-layout.ts';
import type { MapNode, Scalar, ScalarNode } from '../../yaml/node.ts';
import type { ParsedSet, SetKind } from '../strvals/assignment.ts';

/** An item of a list of `{name, value}`, from which a tool makes a `--set name=value` for Helm. */
export interface SetItem {
  /** 0-based place in the list. */
  readonly index: number;
  readonly map: MapNode;
  readonly kind: SetKind;
  readonly name: ScalarNode;
  /** The scalar that holds the value; absent for a list or a file. */
  readonly value: ScalarNode | undefined;
  /** What Helm reads; its spans count from the beginning of the name. */
  readonly parsed: ParsedSet;
}

/** What a tool makes of an item: the argument `name=value` of one of Helm's flags, so far as the file tells it. */
export interface SetArgumentText {
  readonly kind: SetKind;
  readonly name: string;
  readonly value: string;
}

/** How a tool spells such lists. */
export interface SetListForm {
  /** The argument for an item with this name; `scalar` is its value as written, if it is one. Absent if it sets nothing. */
  readonly argument: (
    item: MapNode,
    name: string,
    scalar: ScalarNode | undefined,
  ) => SetArgumentText | undefined;
  /** The changes, below the item, that give it another value; absent where the form cannot say that value. */
  readonly replace: (item: SetItem, value: Scalar) => readonly Change[] | undefined;
  /** The entries of a new item among others; `key` is in Helm's grammar. Absent where the form cannot say the value. */
  readonly entries: (key: string, value: Scalar, items: readonly SetItem[]) => ItemEntries | undefined;
}
