/** Brings in what a till, an ERP or a web shop exports: tables of receipt lines. */
@NullMarked
package dev.comptoir.ingest;

import org.jspecify.annotations.NullMarked;
