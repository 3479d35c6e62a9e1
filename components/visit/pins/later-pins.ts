'use client';

export { PinsPages } from './pins-pages';
