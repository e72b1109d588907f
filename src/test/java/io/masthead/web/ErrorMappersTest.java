package io.masthead.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.kernel.ErrorCode;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client and the log are told about a failure. */
class ErrorMappersTest {

    private static final Logger LOG = Logger.getLogger(ErrorMappers.class.getName());

    private final List<Failure> told = new ArrayList<>();
    private final List<String> logged = new ArrayList<>();
    private final ErrorMappers mappers = new ErrorMappers(List.of(format()), null, null);

    private final Handler lines = new Handler() {
        @Override
        public void publish(LogRecord line) {
            logged.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOG.addHandler(lines);
    }

    @AfterEach
    void stopListening() {
        LOG.removeHandler(lines);
    }

    private ErrorFormat format() {
        return new ErrorFormat() {
            @Override
            public String prefix() {
                return "/";
            }

            @Override
            public Response render(Failure failure) {
                told.add(failure);
                return Response.status(failure.status() == 0 ? 503 : failure.status())
                        .build();
            }
        };
    }

    private static UriInfo anywhere() {
        return (UriInfo) Proxy.newProxyInstance(
                UriInfo.class.getClassLoader(), new Class<?>[] {UriInfo.class}, (proxy, method, arguments) -> "/");
    }

    @ParameterizedTest
    @CsvSource({
        "40P01, A transaction conflicted with others",
        "40001, A transaction conflicted with others",
        "23503, A constraint refused a write at every attempt",
        "55P03, The database did not answer in time",
        "57P01, The database did not answer in time",
    })
    void an_aborted_transaction_is_distinguished_from_an_unavailable_database(String state, String words) {
        var answer = mappers.failed(new IllegalStateException(new SQLException("x", state)), anywhere());

        assertThat(told).extracting(Failure::code).containsExactly(ErrorCode.UNAVAILABLE);
        assertThat(answer.getHeaderString("Retry-After")).isEqualTo("5");
        assertThat(logged).singleElement().asString().startsWith(words);
    }

    @Test
    void a_fault_of_ours_is_no_outage() {
        var answer = mappers.failed(new IllegalStateException(new SQLException("x", "42P01")), anywhere());

        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(answer.getHeaderString("Retry-After")).isNull();
    }
}
