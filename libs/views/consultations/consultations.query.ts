import { Query } from '@nestjs/cqrs';
import type { Asked } from '../reading/shown';
import type { Consultation, ConsultationsAnswer } from './consultations.answer';

/** Which consultations are there? */
export class ListConsultations extends Query<ConsultationsAnswer> {
  constructor(readonly asked: Asked) {
    super();
  }
}

/** What is the mandate of this consultation? Null when there is none with this id. */
export class FindConsultation extends Query<Consultation | null> {
  constructor(
    readonly id: string,
    readonly asked: Asked,
  ) {
    super();
  }
}
