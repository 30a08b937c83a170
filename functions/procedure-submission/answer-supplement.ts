import { DossierSupplementAnsweredV1 } from '../../events/procedure-submission/dossier-supplement-answered.v1.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { callerOf, type Citizen } from '../../shared/runtime/actor.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import { resuming } from './dossier-clock.ts';
import { factsOf, type GivenFile } from './dossier.ts';
import { reckoned, type DueOf } from './due-of.ts';
import { performOwnAct, type ActCommand, type ActDeps } from './perform-act.ts';
import type { DossierRecord, UploadStore } from './ports.ts';
import { openRound, requireComplete } from './supplement.ts';
import { requireUsable } from '../../shared/runtime/uploads/upload.ts';

type Deps = ActDeps & { readonly uploads: Pick<UploadStore, 'find'>; readonly dueOf: DueOf };
type Command = ActCommand & { readonly items: readonly { readonly itemId: string; readonly text: string; readonly uploadIds: readonly string[] }[] };
type Sent = { readonly file: GivenFile; readonly itemId: string; readonly pointer: string };

const sentFiles = async ({ uploads }: Deps, command: Command, owner: string): Promise<Sent[]> => {
  const named = command.items.flatMap(({ itemId, uploadIds }, index) => uploadIds.map((uploadId, at) => ({ itemId, uploadId, pointer: `/body/items/${index}/uploadIds/${at}` })));
  const twice = named.find(({ uploadId }, index) => named.findIndex((other) => other.uploadId === uploadId) !== index);
  if (twice !== undefined) throw new DomainError('upload-reused', 'twice in one answer', { pointers: [twice.pointer] });
  const found = await Promise.all(named.map(({ uploadId }) => uploads.find(uploadId)));
  return named.map(({ itemId, uploadId, pointer }, index) => {
    const { fileName, contentType, size } = requireUsable(found[index], { owner, pointer, now: command.asked.cause.now });
    return { itemId, pointer, file: { uploadId, fileName, contentType, size } };
  });
};

/**
 * The applicant answers every item of the open round; the dossier goes back to the status it was asked in, and its clock
 * goes on where it stopped. Throws `supplement-incomplete`, and the problems of uploads.
 */
export const answerSupplement = (deps: Deps) => (command: Command, citizen: Citizen): Promise<DossierRecord> =>
  performOwnAct(deps, citizen, { ...command, act: 'answer-supplement' }, async ({ filed, standing, rounds }) => {
    const round = openRound(rounds);
    if (round === undefined) throw new DomainError('not-found', 'no round is open');
    requireComplete(round, command.items);
    const owner = callerOf(citizen);
    const sent = await sentFiles(deps, command, owner);
    const answeredAt = command.asked.cause.now.toISOString();
    const clock = await reckoned(deps.dueOf, { filed, standing }, resuming(standing, answeredAt));
    const given = command.items.map(({ itemId, text }) => ({ itemId, ...(text === '' ? {} : { text }), files: sent.filter((one) => one.itemId === itemId).map(({ file }) => file) }));
    return {
      changes: clock, round: { ...round, answeredAt, given }, uploads: sent.map(({ file, pointer }) => ({ uploadId: file.uploadId, owner, pointer })),
      event: () => newEvent(DossierSupplementAnsweredV1, { ...factsOf({ filed, standing }), round: round.round, answeredAt, ...(clock.dueAt === undefined ? {} : { dueAt: clock.dueAt }) }, command.asked.cause),
    };
  });
