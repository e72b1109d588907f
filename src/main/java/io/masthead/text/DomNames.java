package io.masthead.text;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Decides which {@code id} and {@code name} an element in a text may have. Browsers make named elements
 * properties of the document and of forms, so a name that such an object already has would replace what scripts
 * of the page rely on. The list corresponds to DOMPurify's option {@code SANITIZE_DOM}.
 */
final class DomNames {

    private static final int MAX_LENGTH = 200;

    private static final Pattern NAME = Pattern.compile("[^\\s\\p{Cntrl}\"'<>&`]++");

    private static final Set<String> DOCUMENT = words("""
            URL activeElement adoptNode adoptedStyleSheets alinkColor all anchors applets bgColor body
            browsingTopics captureEvents caretPositionFromPoint caretRangeFromPoint characterSet charset clear
            close compatMode contentType cookie createAttribute createAttributeNS createCDATASection
            createComment createDocumentFragment createElement createElementNS createEvent createExpression
            createNSResolver createNodeIterator createProcessingInstruction createRange createTextNode
            createTreeWalker currentScript customElementRegistry defaultView designMode doctype documentElement
            documentURI domain elementFromPoint elementsFromPoint embeds evaluate execCommand exitFullscreen
            exitPictureInPicture exitPointerLock featurePolicy fgColor fonts forms fragmentDirective fullscreen
            fullscreenElement fullscreenEnabled getElementById getElementsByName getSelection hasFocus
            hasPrivateToken hasRedemptionRecord hasStorageAccess hasUnpartitionedCookieAccess head images
            implementation importNode inputEncoding lastModified lastStyleSheetSet linkColor links location
            mozCancelFullScreen mozFullScreen mozFullScreenElement mozFullScreenEnabled mozSetImageElement open
            permissionsPolicy pictureInPictureElement pictureInPictureEnabled plugins pointerLockElement
            preferredStyleSheetSet prerendering queryCommandEnabled queryCommandIndeterm queryCommandState
            queryCommandSupported queryCommandValue readyState referrer releaseCapture releaseEvents
            requestStorageAccess requestStorageAccessFor rootElement scripts scrollingElement
            selectedStyleSheetSet startViewTransition styleSheetSets styleSheets timeline title visibilityState
            vlinkColor wasDiscarded webkitCancelFullScreen webkitCurrentFullScreenElement webkitExitFullscreen
            webkitFullscreenElement webkitFullscreenEnabled webkitHidden webkitIsFullScreen
            webkitVisibilityState write writeln xmlEncoding xmlStandalone xmlVersion
            """);

    private static final Set<String> NODE = words("""
            ATTRIBUTE_NODE CDATA_SECTION_NODE COMMENT_NODE DOCUMENT_FRAGMENT_NODE DOCUMENT_NODE
            DOCUMENT_POSITION_CONTAINED_BY DOCUMENT_POSITION_CONTAINS DOCUMENT_POSITION_DISCONNECTED
            DOCUMENT_POSITION_FOLLOWING DOCUMENT_POSITION_IMPLEMENTATION_SPECIFIC DOCUMENT_POSITION_PRECEDING
            DOCUMENT_TYPE_NODE ELEMENT_NODE ENTITY_NODE ENTITY_REFERENCE_NODE NOTATION_NODE
            PROCESSING_INSTRUCTION_NODE TEXT_NODE __defineGetter__ __defineSetter__ __lookupGetter__
            __lookupSetter__ __proto__ addEventListener append appendChild baseURI childElementCount childNodes
            children cloneNode compareDocumentPosition constructor contains dispatchEvent firstChild
            firstElementChild getAnimations getElementsByClassName getElementsByTagName getElementsByTagNameNS
            getRootNode hasChildNodes hasOwnProperty insertBefore isConnected isDefaultNamespace isEqualNode
            isPrototypeOf isSameNode lastChild lastElementChild lookupNamespaceURI lookupPrefix moveBefore
            nextSibling nodeName nodeType nodeValue normalize ownerDocument parentElement parentNode prepend
            previousSibling propertyIsEnumerable querySelector querySelectorAll removeChild removeEventListener
            replaceChild replaceChildren textContent toLocaleString toString valueOf when
            """);

    private static final Set<String> FORM = words("""
            acceptCharset accessKey accessKeyLabel action after animate ariaNotify assignedSlot attachInternals
            attachShadow attributeStyleMap attributes autocapitalize autocomplete autocorrect autofocus before
            blur checkValidity checkVisibility classList className click clientHeight clientLeft clientTop
            clientWidth closest computedStyleMap contentEditable currentCSSZoom dataset dir draggable
            editContext elementTiming elements encoding enctype enterKeyHint focus getAttribute getAttributeNS
            getAttributeNames getAttributeNode getAttributeNodeNS getBoundingClientRect getClientRects getHTML
            hasAttribute hasAttributeNS hasAttributes hasPointerCapture hidden hidePopover id inert innerHTML
            innerText inputMode insertAdjacentElement insertAdjacentHTML insertAdjacentText isContentEditable
            lang length localName matches method name namespaceURI nextElementSibling noValidate nonce
            offsetHeight offsetLeft offsetParent offsetTop offsetWidth outerHTML outerText part popover prefix
            previousElementSibling rel relList releasePointerCapture remove removeAttribute removeAttributeNS
            removeAttributeNode replaceWith reportValidity requestFullscreen requestPointerLock requestSubmit
            reset role scroll scrollBy scrollHeight scrollIntoView scrollIntoViewIfNeeded scrollLeft scrollTo
            scrollTop scrollWidth setAttribute setAttributeNS setAttributeNode setAttributeNodeNS setHTML
            setHTMLUnsafe setPointerCapture shadowRoot showPopover slot spellcheck style submit tabIndex tagName
            target togglePopover toggleAttribute translate virtualKeyboardPolicy webkitMatchesSelector
            webkitRequestFullScreen webkitRequestFullscreen writingSuggestions
            """);

    /** The names of events; their handlers are properties of all these objects. */
    private static final Set<String> EVENTS = words("""
            abort animationcancel animationend animationiteration animationstart auxclick beforecopy beforecut
            beforeinput beforematch beforepaste beforetoggle beforexrselect blur cancel canplay canplaythrough
            change click close command contentvisibilityautostatechange contextlost contextmenu
            contextrestored copy cuechange cut dblclick drag dragend dragenter dragexit dragleave dragover
            dragstart drop durationchange emptied ended error focus formdata freeze fullscreenchange
            fullscreenerror gotpointercapture input invalid keydown keypress keyup load loadeddata
            loadedmetadata loadstart lostpointercapture mousedown mouseenter mouseleave mousemove mouseout
            mouseover mouseup mousewheel paste pause play playing pointercancel pointerdown pointerenter
            pointerleave pointerlockchange pointerlockerror pointermove pointerout pointerover
            pointerrawupdate pointerup prerenderingchange progress ratechange readystatechange reset resize
            resume scroll scrollend scrollsnapchange scrollsnapchanging search securitypolicyviolation seeked
            seeking select selectionchange selectstart slotchange stalled submit suspend timeupdate toggle
            touchcancel touchend touchmove touchstart transitioncancel transitionend transitionrun
            transitionstart visibilitychange volumechange waiting webkitanimationend webkitanimationiteration
            webkitanimationstart webkitfullscreenchange webkitfullscreenerror webkittransitionend wheel
            """);

    private DomNames() {}

    /** Whether an element may have this {@code id} or {@code name}. */
    static boolean isFree(String name) {
        return name.length() <= MAX_LENGTH
                // Frameworks of front ends find their data by such names, as __NEXT_DATA__.
                && !name.startsWith("_")
                && NAME.matcher(name).matches()
                && !shadows(name);
    }

    private static boolean shadows(String name) {
        return DOCUMENT.contains(name)
                || NODE.contains(name)
                || FORM.contains(name)
                || (name.startsWith("aria") && name.length() > 4 && Character.isUpperCase(name.charAt(4)))
                || (name.startsWith("on") && EVENTS.contains(name.substring(2)));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }
}
