const pascal = (text: string): string => text.replaceAll(/(?:^|[^a-z0-9]+)([a-z0-9])/g, (_, first: string) => first.toUpperCase());

/** `procedure-submission/notify-applicant.queue` -> `ProcedureSubmissionNotifyApplicant`: how the outputs of a stack name a queue. */
export const outputNameOf = (entry: string): string => pascal(entry.replace(/\.queue$/, ''));

/** The stack a queue stands in, by its entry: the workflow's own. */
export const stackOf = (entry: string): string => pascal(entry.split('/')[0] ?? '');

const kebab = (text: string): string => text.replaceAll(/[A-Z]/g, (letter, place: number) => `${place === 0 ? '' : '-'}${letter.toLowerCase()}`);

/** The entry an output names, in the workflow of another: `DeadLettersProcedureSubmissionCountDossiers` -> `procedure-submission/count-dossiers`. */
export const entryOf = (output: string, sibling: string): string | undefined => {
  const before = `DeadLetters${stackOf(sibling)}`;
  return output.startsWith(before) ? `${sibling.split('/')[0]}/${kebab(output.slice(before.length))}` : undefined;
};
