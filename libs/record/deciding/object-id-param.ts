import type { PipeTransform } from '@nestjs/common';
import { aggregateOf, isObjectId, type Aggregate, type ObjectId } from '@fil/facts/kit/aggregates';
import { ProblemError } from '@fil/ui/http/problem';

/**
 * The pipe of an id in an address: `@Param('id', ObjectIdParam('commitment')) id: ObjectId<'commitment'>`. What is not
 * the id of such an object is answered as what does not exist: 404.
 */
export const ObjectIdParam = <A extends Aggregate>(aggregate: A): PipeTransform<string, ObjectId<A>> => ({
  transform: (value) => {
    if (isObjectId(value) && aggregateOf(value) === aggregate) return value as ObjectId<A>;
    throw new ProblemError(404, 'object.unknown', {
      fr: `Rien n’existe à cette adresse : un identifiant s’écrit « ${aggregate}- » suivi d’un UUID en minuscules. Recopiez-le en entier.`,
      en: `There is nothing at this address: an id is written "${aggregate}-" followed by a UUID in lower case. Copy it whole.`,
    });
  },
});
