import { checkUpload } from '../../shared/runtime/uploads/check-upload.ts';
import { onObjectCreated } from '../../shared/runtime/uploads/object-created.ts';
import { mediaDeps } from './deps.ts';

export const handler = onObjectCreated(checkUpload(mediaDeps()));
