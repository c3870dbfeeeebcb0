import { stableReleases } from '../../knowledge/releases.ts';
import type { CiliumVersion } from '../../knowledge/versions.ts';
import type { Release } from '../../workspace/releases/release.ts';
import type { FileView } from '../file-view.ts';
import type { HoverText, Place } from '../inquiry.ts';
import { settingAtPlace } from '../setting-at.ts';
import { describeKey } from './describe-key.ts';
import { markHover } from './mark-hover.ts';
import { policyHover } from './policy-hover.ts';
import { situationOf } from './situation.ts';

/** What stands at a place: a setting of Cilium, a label of a mesh, or a field of a policy. */
export function hoverAt(place: Place, view: FileView): HoverText | undefined {
  return settingHover(place, view) ?? markHover(place) ?? policyHover(place);
}

function settingHover(place: Place, view: FileView): HoverText | undefined {
  const found = settingAtPlace(place, view);
  if (found === undefined) return undefined;
  const { layer, setting, releases } = found;
  const key = {
    path: setting.path,
    dialect: layer.dialect,
    value: setting.value,
    version: versionOf(releases),
  };
  const situation = situationOf({ ...key, releases, positionAt: view.positionAt });
  const markdown = describeKey(key, view.comments, situation);
  return markdown === undefined
    ? undefined
    : { markdown, start: setting.keySpan.start, end: setting.keySpan.end };
}

/** The newest version that one of these installs may be. */
function versionOf(releases: readonly Release[]): CiliumVersion {
  return releases.at(-1)?.versions.versions.at(-1) ?? stableReleases.at(-1) ?? '';
}
