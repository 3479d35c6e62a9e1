'use client';

export { PracticePages } from './practice-pages';
export { practiceBack } from './rehearse';
