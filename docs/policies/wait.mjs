export const policy = () => [];
