/** The pages of on-site feedback, apart from the other addresses: few pages lead here, and each carries no more than it needs. */
export const feedbackAddresses = { track: '/phan-anh/', report: '/phan-anh/gui/', map: '/phan-anh/ban-do/', list: '/phan-anh/danh-sach/' } as const;

export const feedbackPath = (trackingCode: string): string => `${feedbackAddresses.track}?ma=${encodeURIComponent(trackingCode)}`;
