import type { IssuedFormStore } from './issued-form.repository.ts';
import type { PassedOnStore } from './passed-on.repository.ts';
import type { PrintStore } from './register-print.ts';
import type { RegisterStore } from './register.repository.ts';
import type { NumberingStore } from './numbering.repository.ts';
import type { ReminderStore } from './reminder.repository.ts';
import type { ChangeFeed, Directory, DossierStore, FileLinks, Procedures, QueueStore, UploadPlaces, UploadStore } from './ports.ts';

/** What the routes of dossiers stand on. */
export type DossierDeps = {
  readonly dossiers: DossierStore; readonly queues: QueueStore; readonly feed: ChangeFeed; readonly uploads: UploadStore; readonly places: UploadPlaces; readonly links: FileLinks;
  readonly procedures: Procedures; readonly directory: Directory; readonly reminders: Pick<ReminderStore, 'notices'>; readonly register: RegisterStore; readonly passedOn: PassedOnStore; readonly prints: Pick<PrintStore, 'find' | 'open'>;
  readonly numbering: NumberingStore; readonly forms: Pick<IssuedFormStore, 'find' | 'keep'>;
};
