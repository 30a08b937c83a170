import { PersonRightsChangedV1 } from '../../events/directory/person-rights-changed.v1.ts';
import { consume, onEvent } from '../../shared/runtime/queue.ts';
import { rightsDeps } from './deps.ts';

const deps = rightsDeps();

export const handler = consume([
  onEvent(PersonRightsChangedV1, ({ data }) => deps.endSessionsBefore(data.personId, new Date(data.notBefore))),
]);
