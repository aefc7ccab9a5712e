package dev.comptoir.store.jdbc;

import dev.comptoir.error.ErrorCode;
import dev.comptoir.error.StoreException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL's error states mean here. */
final class PostgresFailures {
    private static final Map<String, String> HINTS = Map.of(
            "25006", " Maybe the data source leads to a read-only replica?",
            "42501",
                    " Maybe the database user lacks rights? It must make tables at the first start, then read and write.",
            "42P01", " Maybe the tables lie in a schema that is not on the search path of this connection?",
            "53100", " The disk of the server is full.",
            "53300", " Maybe the pool is larger than the server's max_connections allows?",
            "55P03", " Another transaction held the row of this business for too long.",
            "57014", " The server cancelled it, or its statement_timeout did.");

    /** Classes of states: connections, transactions, rights, names, resources, locks, operators. */
    private static final Set<String> QUOTES_NO_DATA = Set.of("08", "25", "28", "40", "42", "53", "55", "57");

    private PostgresFailures() {}

    /** Nothing is wrong with the work itself: two transactions came into each other's way. */
    static boolean mayBeRetried(SQLException e) {
        String state = state(e);
        return state.equals("40001") || state.equals("40P01");
    }

    /** The connection broke, or the server went down: what it did last is not known here. */
    static boolean isConnectionLost(SQLException e) {
        String state = state(e);
        return state.startsWith("08")
                || state.startsWith("57P")
                || e instanceof SQLTransientConnectionException
                || e instanceof SQLNonTransientConnectionException
                || e instanceof SQLRecoverableException;
    }

    static StoreException failure(String what, SQLException e) {
        String state = state(e);
        String hint = HINTS.getOrDefault(
                state,
                state.startsWith("08")
                        ? " Maybe the server is down, or the network to it?"
                        : state.startsWith("28") ? " Maybe user or password are wrong?" : "");
        return new StoreException(
                ErrorCode.STORE_FAILED,
                "PostgreSQL could not " + what + " (state " + state + ")." + hint,
                withoutData(e));
    }

    /** Whether a commit took place could not be found out. */
    static StoreException inDoubt(SQLException e) {
        return new InDoubtException(withoutData(e));
    }

    /** Some messages of the server quote values of rows, which may be personal. */
    private static SQLException withoutData(SQLException e) {
        String state = state(e);
        if (state.length() > 2 && QUOTES_NO_DATA.contains(state.substring(0, 2))) {
            return e;
        }
        SQLException plain = new SQLException("The server's message is left out: it may quote data.", e.getSQLState());
        plain.setStackTrace(e.getStackTrace());
        return plain;
    }

    private static String state(SQLException e) {
        @Nullable String state = e.getSQLState();
        return state == null ? "unknown" : state;
    }
}
