/**
 * Files that are whole or absent, calls to services, and what goes wrong as sentences; every other
 * package may use it. Read {@link culturalalien.io.AtomicFiles} first; for services {@link
 * culturalalien.io.Http}, then {@link culturalalien.io.HttpFailures}.
 */
package culturalalien.io;
