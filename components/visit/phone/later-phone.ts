'use client';

export { openQuestion } from '@/lib/phone/check';
export { goBack } from './phone-actions';
export { PhoneSteps } from './phone-steps';
