import { because, InvalidQuery } from '@evenhand/domain';
import { holdsNumberOfPerson } from '@evenhand/etl';

/** Refuses a text that others will read when it holds a number of a person. Throws InvalidQuery. */
export function refuseNumberOfPerson(field: string, text: string): void {
  if (holdsNumberOfPerson(text))
    throw new InvalidQuery(
      field,
      'The text seems to hold a telephone or identity number, or an address for mail; leave it out.',
      because('number_of_person'),
    );
}
