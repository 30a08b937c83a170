/** The pages of on-site feedback, apart from the other addresses: few pages lead here, and each carries no more than it needs. */
export const feedbackAddresses = { track: '/phan-anh/', report: '/phan-anh/gui/', map: '/phan-anh/ban-do/', list: '/phan-anh/danh-sach/', mine: '/phan-anh/cua-toi/', news: '/phan-anh/nhan-tin/' } as const;

export const feedbackPath = (trackingCode: string): string => `${feedbackAddresses.track}?ma=${encodeURIComponent(trackingCode)}`;
/** What a reader of feeds takes: of a commune, or of everything. */
export const feedPath = (area: string): string => `/du-lieu/phan-anh/tin/${area === '' ? 'tat-ca' : area}.xml`;
