import { publishable } from '../deciding/publishable';
import { PublishReport, publishReportInput } from './publish-report/publish-report.command';
import { PublishReportHandler } from './publish-report/publish-report.handler';

export const REPORT_PUBLISHABLES = [
  publishable({
    kind: 'report.publication',
    label: { fr: 'Publication d’un rapport de reddition des comptes', en: 'Publication of an accountability report' },
    aggregate: null,
    scope: 'reports',
    input: publishReportInput,
    publish: (decisions, _object, input, requested) =>
      new PublishReportHandler(decisions).execute(new PublishReport(input, requested)),
  }),
];
