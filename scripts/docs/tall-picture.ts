import { pictureStyle } from '../../server/src/features/traffic-path/draw.ts';
import { drawTallPath } from '../../server/src/features/traffic-path/draw-tall.ts';
import type { TrafficPath } from '../../server/src/features/traffic-path/model.ts';

/** A picture stands on light or on dark ground: as a file of its own it cannot ask its page. */
export type Ground = 'light' | 'dark';

const inks: Readonly<
  Record<Ground, readonly [ink: string, line: string, good: string, bad: string, paper: string]>
> = {
  light: ['#1f2328', '#59636e', '#1a7f37', '#cf222e', '#ffffff'],
  dark: ['#e6edf3', '#9198a1', '#3fb950', '#f85149', '#0d1117'],
};

/** A path from top to bottom, for the walkthrough: a file of its own, with its style. */
export function tallPicture(path: TrafficPath, id: string, ground: Ground): string {
  return `${drawTallPath(path, id, `${coloursOf(ground)}${pictureStyle}`)}\n`;
}

function coloursOf(ground: Ground): string {
  const [ink, line, good, bad, paper] = inks[ground];
  return `.traffic-path{--vscode-foreground:${ink};--vscode-descriptionForeground:${line};--vscode-testing-iconPassed:${good};--vscode-errorForeground:${bad};--vscode-editor-background:${paper}}`;
}
