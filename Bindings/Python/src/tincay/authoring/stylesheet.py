"""How the preview looks: readable on a screen, by day and by night, and on paper."""

STYLESHEET = """
:root { color-scheme: light dark; --ink: #1d2328; --soft: #525c66; --paper: #fdfdfb; --line: #c9ced3; --tint: #eef2f4;
  --good: #17643a; --bad: #a3261b; --link: #0b5394; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8ea; --soft: #a9b2ba; --paper: #15191c; --line: #3d464e;
  --tint: #20272c; --good: #7fd6a0; --bad: #ff9d92; --link: #8fc4f5; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 75rem; padding: 1rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, "Noto Sans", "DejaVu Sans", sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: .5rem 0; }
h2 { font-size: 1.35rem; margin: 2.5rem 0 .75rem; padding-bottom: .25rem; border-bottom: 2px solid var(--line); }
h3 { font-size: 1.1rem; margin: 0 0 .5rem; }
h4 { font-size: 1rem; margin: 0 0 .5rem; }
a { color: var(--link); }
a:focus-visible, .scroll:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { position: static; }
code { font: .92em ui-monospace, "DejaVu Sans Mono", monospace; background: var(--tint); padding: .05em .3em;
  border-radius: .2em; unicode-bidi: isolate; }
td, th, dd, dt, p, li, h1, h3, h4 { unicode-bidi: isolate; }
nav ul { columns: 16rem; padding-left: 1.25rem; }
article { border: 1px solid var(--line); border-radius: .4rem; padding: .9rem 1rem; margin: 0 0 1rem; }
article article { margin: 1rem 0 0; }
dl { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: .2rem 1rem; margin: 0 0 .75rem; }
dt { color: var(--soft); }
dd { margin: 0; min-width: 0; }
ul { margin: .1rem 0; padding-left: 1.25rem; }
.scroll { overflow-x: auto; margin: 0 0 1rem; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; color: var(--soft); padding: .25rem 0; }
th, td { border: 1px solid var(--line); padding: .3rem .5rem; text-align: left; vertical-align: top; min-width: 8rem; }
thead th { background: var(--tint); }
tbody th { font-weight: 600; white-space: nowrap; }
.scroll code { overflow-wrap: break-word; }
p.none { margin: .2rem 0; font-style: italic; }
.none { color: var(--soft); }
.good { color: var(--good); }
.bad { color: var(--bad); font-weight: 600; }
@media print { :root { --ink: #000; --soft: #333; --paper: #fff; --line: #888; --tint: #fff; --good: #000; --bad: #000;
  --link: #000; }
  body { max-width: none; padding: 0; font-size: 9.5pt; } nav, .skip { display: none; } .scroll { overflow: visible; }
  article, tr { break-inside: avoid; } h2, h3 { break-after: avoid; } a { text-decoration: none; }
  thead { display: table-header-group; } tbody th { white-space: normal; } }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin: 0 0 .4rem; } }
"""
"""The style sheet; it loads nothing."""
