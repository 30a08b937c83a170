import { checkUpload } from '../../shared/runtime/uploads/check-upload.ts';
import { onObjectCreated } from '../../shared/runtime/uploads/object-created.ts';
import { attachmentDeps } from './deps.ts';

export const handler = onObjectCreated(checkUpload(attachmentDeps()));
