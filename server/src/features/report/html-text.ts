import { escaped } from '../traffic-path/escaped.ts';

/** The Markdown that messages use, as HTML: code in backticks, and links to pages of the web. */
export function markdownAsHtml(text: string): string {
  return text
    .split(/(`[^`]*`|\[[^\]]*\]\(https:[^)\s]*\))/)
    .map((piece) => {
      const link = /^\[([^\]]*)\]\((https:[^)\s]*)\)$/.exec(piece);
      if (link !== null) return `<a href="${escaped(link[2] ?? '')}">${escaped(link[1] ?? '')}</a>`;
      return /^`.*`$/s.test(piece) ? `<code>${escaped(piece.slice(1, -1))}</code>` : escaped(piece);
    })
    .join('');
}
