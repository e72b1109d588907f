package io.masthead.adapter.cdn;

import io.masthead.platform.outbound.OutboundBody;
import java.util.Map;

/**
 * A POST that purges.
 *
 * @param body null if there is none
 */
record PurgeCall(String url, Map<String, String> headers, OutboundBody body) {}
