/** Plain and readable in light and dark. */
export const pageStyle = `
:root { color-scheme: light dark; --bg: #f6f7f9; --card: #fff; --ink: #1c2430; --soft: #5b6675; --line: #dde2e9; --accent: #0b6bcb; --bad: #b3261e; --good: #1a7f4b; }
@media (prefers-color-scheme: dark) { :root { --bg: #12161c; --card: #1b212a; --ink: #e6eaf0; --soft: #9aa6b5; --line: #313a46; --accent: #6cb2ff; --bad: #ff8a80; --good: #6fd39b; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--bg); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
header, main { max-width: 68rem; margin: 0 auto; padding: 1rem 1.25rem; }
h1 { font-size: 1.5rem; margin: .5rem 0 0; } h2 { font-size: 1.05rem; margin: 0 0 .75rem; }
header p { color: var(--soft); margin: .25rem 0; } #status { min-height: 1.5em; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 1rem 1.25rem; margin-bottom: 1rem; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-weight: 600; color: var(--soft); font-size: .85rem; }
th, td { padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); vertical-align: middle; }
tr:last-child td { border-bottom: 0; } .n { text-align: right; font-variant-numeric: tabular-nums; }
.row { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin: .5rem 0; } .hint { color: var(--soft); font-size: .9rem; margin: .5rem 0 0; }
button, input, select { font: inherit; color: inherit; background: transparent; border: 1px solid var(--line); border-radius: 7px; padding: .25rem .7rem; }
label { display: grid; gap: .2rem; color: var(--soft); font-size: .85rem; } label > * { color: var(--ink); font-size: .95rem; }
button { cursor: pointer; } button:hover { border-color: var(--accent); color: var(--accent); }
button[aria-pressed=true] { background: var(--bad); border-color: var(--bad); color: var(--card); } .danger { color: var(--bad); border-color: var(--bad); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.bad { color: var(--bad); font-weight: 600; } .good { color: var(--good); }
td .row { margin: 0; } ul { padding: 0; margin: .5rem 0 0; list-style: none; } li { display: flex; gap: .75rem; align-items: center; padding: .25rem 0; }
`;
