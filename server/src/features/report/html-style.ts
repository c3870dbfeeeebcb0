/** Colours of pages outside of editors; inside of one, those of its theme, which need not be as light or dark as the system is. */
const colours = {
  ink: { light: '#1f2328', dark: '#e6edf3', theme: 'foreground' },
  paper: { light: '#fff', dark: '#0d1117', theme: 'editor-background' },
  soft: { light: '#59636e', dark: '#9198a1', theme: 'descriptionForeground' },
  line: { light: '#d1d9e0', dark: '#3d444d', theme: 'panel-border' },
  ground: { light: '#f6f8fa', dark: '#151b23', theme: 'textCodeBlock-background' },
  red: { light: '#cf222e', dark: '#f85149', theme: 'errorForeground' },
  yellow: { light: '#9a6700', dark: '#d29922', theme: 'list-warningForeground' },
  blue: { light: '#0969da', dark: '#4493f8', theme: 'textLink-foreground' },
  green: { light: '#1a7f37', dark: '#3fb950', theme: 'testing-iconPassed' },
} as const;

function coloursOf(ground: 'light' | 'dark', selector: string): string {
  const values = Object.entries(colours).map(
    ([name, { theme, [ground]: fallback }]) => `--${name}:var(--vscode-${theme},${fallback})`,
  );
  return `${selector}{color-scheme:${ground};${values.join(';')}}`;
}

/** The look of a report: one column, both light and dark, and plain on paper. */
export const reportStyle = `
${coloursOf('light', ':root')}
@media (prefers-color-scheme:dark){${coloursOf('dark', ':root')}}
body{font:16px/1.55 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:70rem;margin:2rem auto;padding:0 1.5rem}
h1{font-size:1.7rem;margin:0}h2{font-size:1.25rem;margin:2.5rem 0 .8rem;border-bottom:1px solid var(--line);padding-bottom:.3rem}h3{font-size:1rem;margin:1.6rem 0 .4rem}
.sum{color:var(--soft);margin:.2rem 0}
a{color:var(--blue)}
code,pre{font:13px/1.5 ui-monospace,Consolas,monospace}
code{background:var(--ground);padding:.1em .3em;border-radius:4px}
pre{background:var(--ground);padding:.8rem 1rem;border-radius:6px;overflow-x:auto;margin:.6rem 0}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.92rem}th,td{text-align:left;vertical-align:top;padding:.45rem .6rem;border:1px solid var(--line)}th{background:var(--ground)}
figure{margin:.8rem 0 1.4rem;padding-left:.9rem;border-left:3px solid var(--green);overflow-x:auto}figure.bad{border-color:var(--red)}figure p{margin:.2rem 0}
article{border-left:4px solid var(--line);padding:.1rem 0 .4rem 1rem;margin:1.4rem 0;break-inside:avoid}
article.error{border-color:var(--red)}article.warning{border-color:var(--yellow)}article.information,article.hint{border-color:var(--blue)}
.severity{font-size:.78rem;text-transform:uppercase;letter-spacing:.05em;font-weight:700}
.error .severity,.red,.missing{color:var(--red)}.warning .severity,.yellow{color:var(--yellow)}.information .severity,.hint .severity,.blue,.cyan{color:var(--blue)}.green,.set{color:var(--green)}.set,.missing,.unknown{white-space:nowrap}.gray,span.place-name,p.place-name{color:var(--soft)}a.place-name{font-weight:400}.bold{font-weight:700}
footer{margin-top:3rem;border-top:1px solid var(--line);color:var(--soft);font-size:.9rem}
@media print{:root{--ink:#000;--paper:#fff;--soft:#444;--ground:#f4f4f4}body{margin:0;max-width:none;font-size:11pt}pre,figure{white-space:pre-wrap}pre,figure,.wide{overflow:visible}a{color:inherit;text-decoration:none}h2{break-after:avoid}}
`;
