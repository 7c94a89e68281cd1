/** Colours told by words too; contrasts of at least 4.5:1 on both papers. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --paper: #faf8f4; --surface: #fff; --ink: #1d1b19; --soft: #57524b; --rule: #857d72;
  --right: #13594c; --right-tint: #e6f1ed; --open: #6a5200; --open-tint: #f8f0d8; --wrong: #92320b; --wrong-tint: #fbeadf;
  --focus: #0b3d91; }
@media (prefers-color-scheme: dark) { :root { --paper: #171614; --surface: #201f1c; --ink: #f1ede6; --soft: #b9b2a7;
  --rule: #8f877b; --right: #8fd3c0; --right-tint: #1b312b; --open: #ecca6a; --open-tint: #332b14; --wrong: #f5a97f;
  --wrong-tint: #3b2517; --focus: #a9c8ff; } }
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.06rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere; }
header, main, footer { max-width: 46rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 1.5rem; }
h1, h2, h3 { font-family: 'Iowan Old Style', Palatino, Charter, Georgia, serif; line-height: 1.2; margin: 1.2rem 0 .5rem; }
h1 { font-size: 1.9rem; }
p, ul, dl { margin: .5rem 0; }
.languages { display: flex; gap: .5rem; justify-content: flex-end; }
button { font: inherit; color: inherit; background: var(--surface); border: 1px solid var(--rule); border-radius: .3rem; padding: .4rem .9rem; min-height: 2.75rem; cursor: pointer; }
button[aria-pressed='true'] { border-width: 3px; font-weight: 600; }
button.main { background: var(--ink); color: var(--paper); border-color: var(--ink); font-weight: 600; padding: .5rem 1.6rem; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
fieldset { border: 1px solid var(--rule); border-radius: .4rem; background: var(--surface); margin: 1.2rem 0; padding: .5rem 1.1rem 1.1rem; min-width: 0; }
legend { font-weight: 600; padding: 0 .4rem; }
fieldset p { color: var(--soft); }
label { display: block; font-weight: 600; margin-top: .6rem; }
input[type='file'], textarea { font: inherit; width: 100%; color: inherit; }
textarea { font: .9rem/1.4 ui-monospace, monospace; background: var(--paper); border: 1px solid var(--rule); border-radius: .3rem; padding: .5rem; resize: vertical; }
#problem:not(:empty), .notice, #conclusion { border: 1px solid; border-left-width: 6px; padding: .7rem 1rem; font-weight: 600; }
#problem, .notice, .wrong { color: var(--wrong); background: var(--wrong-tint); }
.right { color: var(--right); background: var(--right-tint); }
.open { color: var(--open); background: var(--open-tint); }
#findings { list-style: none; padding: 0; }
#findings li { display: grid; grid-template-columns: 5.2rem 1fr; gap: .3rem .8rem; padding: .5rem 0; border-bottom: 1px solid var(--rule); }
.mark { justify-self: start; align-self: start; padding: 0 .6rem; border: 1px solid; border-radius: 1rem; font-size: .9rem; font-weight: 600; }
#shown { display: grid; grid-template-columns: minmax(9rem, auto) 1fr; gap: .3rem 1rem; }
dt { font-weight: 600; } dd { margin: 0; white-space: pre-wrap; }
.actions { display: flex; gap: .6rem; flex-wrap: wrap; margin: 1.2rem 0; }
footer { color: var(--soft); padding-bottom: 2rem; border-top: 1px solid var(--rule); margin-top: 2rem; font-size: .95rem; }
@media (max-width: 34rem) { #findings li, #shown { grid-template-columns: 1fr; } }
@media print { .languages, form, .actions { display: none; } body { background: none; color: #000; font-size: 11pt; }
  #findings li { break-inside: avoid; } .mark, #conclusion { background: none; color: #000; } }
`;
