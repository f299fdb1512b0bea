/** The version of Tenken that every report names; a test holds it equal to package.json's. */
export const version = '0.1.0';
