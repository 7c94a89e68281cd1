import { dryRunTakerOn } from '../dry-run/dry-run-taker';
import { importParis } from './import-paris';
it('x', async () => {
  const t=Date.now(); const c=new Map<string,number>(); const rej: unknown[]=[];
  const { summary, tally } = await importParis({ taker: dryRunTakerOn(null), folder: '/work/shared/data/paris-budget-participatif', snapshots: 'all', report: (f) => { const k=`${f.severity} ${f.file} ${f.reason}`; c.set(k,(c.get(k)??0)+1); if (f.severity==='rejected') rej.push(f); } });
  console.log(summary, tally.eventsByType, tally.events, tally.alreadyThere, [...c].sort(), rej.slice(0,5), Date.now()-t);
});
