import type { ObjectId } from '@fil/facts/kit/aggregates';
import { publishable } from '../deciding/publishable';
import { AmendMandate, amendMandateInput } from './amend-mandate/amend-mandate.command';
import { AmendMandateHandler } from './amend-mandate/amend-mandate.handler';
import { PublishDocument, publishDocumentInput } from './publish-document/publish-document.command';
import { PublishDocumentHandler } from './publish-document/publish-document.handler';

export const CONSULTATION_PUBLISHABLES = [
  publishable({
    kind: 'consultation.mandateAmendment',
    label: { fr: 'Modification du mandat d’une démarche', en: 'Amendment of the mandate of a consultation' },
    aggregate: 'consultation',
    scope: 'consultations',
    input: amendMandateInput,
    publish: (decisions, id, input, requested) =>
      new AmendMandateHandler(decisions).execute(new AmendMandate(id as ObjectId<'consultation'>, input, requested)),
  }),
  publishable({
    kind: 'consultation.document',
    label: { fr: 'Publication d’un document d’une démarche', en: 'Publication of a document of a consultation' },
    aggregate: 'consultation',
    scope: 'consultations',
    input: publishDocumentInput,
    publish: (decisions, id, input, requested) =>
      new PublishDocumentHandler(decisions).execute(
        new PublishDocument(id as ObjectId<'consultation'>, input, requested),
      ),
  }),
];
