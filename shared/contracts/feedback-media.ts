import * as z from 'zod';
import { FeedbackId, UploadId } from '../kernel/ids.ts';
import { officer } from './access.ts';
import { Box, DeskFeedbackView } from './feedback-shapes.ts';
import { defineRoute } from './route.ts';

export const CheckMedia = defineRoute({
  name: 'checkMedia', method: 'POST', path: '/desk/feedback/{feedbackId}/media/{mediaId}/check', access: [officer(['moderator', 'dispatcher'])], keyed: true,
  summary: { vi: 'Xác nhận ảnh đã che mặt, biển số', en: 'Somebody looked at a photo for faces and plates: fit as it is, or with boxes and the picture drawn again; nothing else can be published' },
  params: () => z.object({ feedbackId: FeedbackId, mediaId: UploadId }),
  body: () => z.object({ boxes: z.array(Box).max(100), redrawn: UploadId.optional().meta({ description: 'the picture with the boxes drawn over, uploaded and checked before; needed where there are boxes' }) }),
  ok: { status: 200, body: DeskFeedbackView }, problems: ['not-found', 'redrawn-missing', 'redrawn-same', 'redrawn-other-kind', 'upload-unknown', 'upload-not-checked', 'upload-refused', 'upload-reused'],
});

export const feedbackMediaRoutes = [CheckMedia] as const;
