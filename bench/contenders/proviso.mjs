export const contenders = {};
